export default definePageConfig({ navigationBarTitleText: '我说过的' });
