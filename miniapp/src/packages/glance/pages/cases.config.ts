export default definePageConfig({ navigationBarTitleText: '是哪几家' });
