export default definePageConfig({ navigationBarTitleText: '我家的补贴' });
