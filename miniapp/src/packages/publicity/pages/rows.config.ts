export default definePageConfig({ navigationBarTitleText: '本人要改名单' });
