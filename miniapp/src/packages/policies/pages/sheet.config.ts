export default definePageConfig({ navigationBarTitleText: '申报明白纸' });
