export default definePageConfig({ navigationBarTitleText: '改一次排查' });
