export default definePageConfig({ navigationBarTitleText: '等发布的改动' });
