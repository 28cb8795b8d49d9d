export default definePageConfig({ navigationBarTitleText: '有哪些补贴' });
