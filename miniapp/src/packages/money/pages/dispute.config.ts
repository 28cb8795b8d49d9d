export default definePageConfig({ navigationBarTitleText: '这笔不对' });
