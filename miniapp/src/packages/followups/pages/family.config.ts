export default definePageConfig({ navigationBarTitleText: '一户的跟踪' });
