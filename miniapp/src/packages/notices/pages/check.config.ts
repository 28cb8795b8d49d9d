export default definePageConfig({ navigationBarTitleText: '查公示' });
