export default definePageConfig({ navigationBarTitleText: '集中排查' });
