export default definePageConfig({ navigationBarTitleText: '农户怎么评' });
