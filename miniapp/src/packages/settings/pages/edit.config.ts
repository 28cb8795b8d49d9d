export default definePageConfig({ navigationBarTitleText: '改规则' });
