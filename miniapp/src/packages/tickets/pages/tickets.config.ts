export default definePageConfig({ navigationBarTitleText: '补贴不对的' });
