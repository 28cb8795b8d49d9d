export default definePageConfig({ navigationBarTitleText: '一次排查' });
