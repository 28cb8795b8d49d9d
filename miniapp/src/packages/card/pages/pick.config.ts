export default definePageConfig({ navigationBarTitleText: '有一项不对' });
