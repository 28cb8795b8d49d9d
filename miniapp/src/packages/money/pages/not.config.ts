export default definePageConfig({ navigationBarTitleText: '现在不能享受的' });
