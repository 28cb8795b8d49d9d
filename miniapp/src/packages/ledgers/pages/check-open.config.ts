export default definePageConfig({ navigationBarTitleText: '开始一次排查' });
