export default definePageConfig({ navigationBarTitleText: '问题整改' });
