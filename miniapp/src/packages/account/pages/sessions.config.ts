export default definePageConfig({ navigationBarTitleText: '登录在哪里' });
