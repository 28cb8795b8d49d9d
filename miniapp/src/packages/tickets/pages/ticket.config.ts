export default definePageConfig({ navigationBarTitleText: '答复农户' });
