export default definePageConfig({ navigationBarTitleText: '我家的申报' });
