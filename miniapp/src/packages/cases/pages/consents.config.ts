export default definePageConfig({ navigationBarTitleText: '我签过的同意' });
