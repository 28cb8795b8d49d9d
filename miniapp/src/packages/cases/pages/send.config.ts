export default definePageConfig({ navigationBarTitleText: '发给他签', enableShareAppMessage: true });
