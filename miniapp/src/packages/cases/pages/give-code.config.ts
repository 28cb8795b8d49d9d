export default definePageConfig({ navigationBarTitleText: '让户主接过去' });
