export default definePageConfig({ navigationBarTitleText: '干部用的' });
