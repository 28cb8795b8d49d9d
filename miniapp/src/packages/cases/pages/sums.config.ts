export default definePageConfig({ navigationBarTitleText: '收支是怎么算的' });
