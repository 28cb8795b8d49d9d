export default definePageConfig({ navigationBarTitleText: '传补贴发放表' });
