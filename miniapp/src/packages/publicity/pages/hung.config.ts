export default definePageConfig({ navigationBarTitleText: '贴着的公示' });
