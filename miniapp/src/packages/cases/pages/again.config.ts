export default definePageConfig({ navigationBarTitleText: '请镇里再查一次' });
