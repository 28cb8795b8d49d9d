export default definePageConfig({ navigationBarTitleText: '要去说的' });
