export default definePageConfig({ navigationBarTitleText: '风险消除' });
