export default definePageConfig({ navigationBarTitleText: '帮我家的' });
