export default definePageConfig({ navigationBarTitleText: '以前的公示' });
