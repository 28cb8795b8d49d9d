export default definePageConfig({ navigationBarTitleText: '名单上这一行' });
