export default definePageConfig({ navigationBarTitleText: '一个问题' });
