export default definePageConfig({ navigationBarTitleText: '政策目录' });
