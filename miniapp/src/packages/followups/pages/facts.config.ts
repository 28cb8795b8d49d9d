export default definePageConfig({ navigationBarTitleText: '一家的情况' });
