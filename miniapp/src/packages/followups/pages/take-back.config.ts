export default definePageConfig({ navigationBarTitleText: '登记错了' });
