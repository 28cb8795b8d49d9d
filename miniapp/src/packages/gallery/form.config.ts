export default definePageConfig({ navigationBarTitleText: '填的' });
