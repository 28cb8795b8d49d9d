export default definePageConfig({ navigationBarTitleText: '改一项政策' });
