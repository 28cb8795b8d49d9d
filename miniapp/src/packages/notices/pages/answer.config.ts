export default definePageConfig({ navigationBarTitleText: '查意见的答复' });
