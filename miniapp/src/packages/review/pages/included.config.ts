export default definePageConfig({ navigationBarTitleText: '帮扶名单' });
