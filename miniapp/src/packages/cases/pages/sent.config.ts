export default definePageConfig({ navigationBarTitleText: '我交的内容' });
