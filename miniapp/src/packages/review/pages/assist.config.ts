export default definePageConfig({ navigationBarTitleText: '答复协查' });
