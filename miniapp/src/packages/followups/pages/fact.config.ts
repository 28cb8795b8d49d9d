export default definePageConfig({ navigationBarTitleText: '记一个变化' });
