export default definePageConfig({ navigationBarTitleText: '一起同意' });
