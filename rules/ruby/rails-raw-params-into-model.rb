class UsersController < ApplicationController
  def update
    # ruleid: rails-raw-params-into-model
    @user.update(params[:user])
  end

  def create
    # ruleid: rails-raw-params-into-model
    User.create!(params[:user])
  end

  def assign
    # ruleid: rails-raw-params-into-model
    @user.assign_attributes(params[:user])
  end

  def update_fixed
    # ok: rails-raw-params-into-model
    @user.update(params.require(:user).permit(:name))
  end

  def rename
    # ok: rails-raw-params-into-model
    @user.update(name: params[:name])
  end

  def cached
    # ok: rails-raw-params-into-model
    digest.update(params[:body])
  end
end
