export default definePageConfig({ navigationBarTitleText: '等的' });
